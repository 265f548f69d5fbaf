# Nor the end of its steps.
# limits: steps 100000
# ends: steps

loop(try(loop(nil)) catch(Exception, nil))
