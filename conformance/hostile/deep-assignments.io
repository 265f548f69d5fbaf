# Assignments in assignments.
# limits: time 20s, memory 1000M
# ends: normal, exception, memory

doString("a := (" repeated(100000) .. "1" .. ")" repeated(100000))
