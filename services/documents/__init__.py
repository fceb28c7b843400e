"""Results as signed documents (bản điện tử của kết quả): made, handed out, and verified by anybody."""
