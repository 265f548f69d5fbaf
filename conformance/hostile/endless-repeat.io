# More turns than a lifetime has.
# limits: time 1s
# ends: time

1e15 repeat(nil)
