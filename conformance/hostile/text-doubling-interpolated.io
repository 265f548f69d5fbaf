# Texts that hold themselves twice.
# limits: time 10s, memory 30M
# ends: memory, exception, time

s := "x"
loop(s = "#{s}#{s}" interpolate)
