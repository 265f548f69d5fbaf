# Reads an input that has ended, for ever.
# limits: time 1s
# ends: time, memory

loop(File standardInput readLine)
