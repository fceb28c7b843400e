"""States and steps that many procedures share, idea by idea; each procedure adds its own act of decision."""
