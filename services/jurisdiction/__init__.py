"""Which places there are on a day, and which office is competent for each (địa bàn, thẩm quyền)."""
