"""One file per electronic form (tờ khai điện tử): values only."""
