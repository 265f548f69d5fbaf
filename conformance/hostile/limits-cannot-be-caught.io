# A program that catches whatever is raised must not catch its end.
# limits: time 1s
# ends: time

loop(try(loop(try(loop(nil)))))
