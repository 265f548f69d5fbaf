# A for loop whose bound moves away in steps that are too small to count.
# limits: time 1s
# ends: time

for(i, 0, 1, 1e-300, nil)
