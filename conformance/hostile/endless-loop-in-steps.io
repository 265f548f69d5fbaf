# The same, stopped by a count of steps.
# limits: steps 100000
# ends: steps

while(true, nil)
