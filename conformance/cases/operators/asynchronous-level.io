# The asynchronous operators take the whole chain after them.
message(a @b(c) d) code println
message(a @@b(c) d) code println
message(a @b + c) code println
message(a @ b; c) code println
