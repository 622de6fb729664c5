"""What templates lay out: small frozen values, computed from plans and findings."""
