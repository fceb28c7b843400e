"""One file per competent authority (cơ quan có thẩm quyền): one value each."""
