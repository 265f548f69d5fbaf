# A loop that does nothing, for ever.
# limits: time 1s
# ends: time

loop(nil)
