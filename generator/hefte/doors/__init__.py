"""The only modules that touch disk, net, clock and terminal; each is one door."""
