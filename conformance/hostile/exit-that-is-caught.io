# An exit is an end, whoever catches.
# limits: time 3s
# ends: normal

loop(try(System exit(3)))
