# Text without any message evaluates to nil.
doString("") println
doString("   \n\n ; ; \n") println
doString("# only a comment") println
doString("/* only /* a */ comment */") println
