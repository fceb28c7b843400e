"""What goes to other agencies' systems and comes back from them."""
