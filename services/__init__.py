"""The verbs: what the system does. One public function is one unit of work is one transaction."""
