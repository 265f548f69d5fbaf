# A number with a thousand million digits.
# limits: time 5s
# ends: normal, exception, memory

1 asString(1000000000, 1000000000)
