"""The gateway through which a citizen pays (cổng thanh toán)."""
