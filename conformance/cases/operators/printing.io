# How a message's code is printed.
message(a; b) code println
message(a(b, c(d)) e) code println
message("a\nb\"c") code println
message("""raw "x" """) code println
message(1.50 foo 0x1F) code println
message((a) b (c)) code println
message(a := "x") code println
message(a; b; c) asSimpleString println
message(aVeryLongName(withArguments, andMore) followedBy(others)) asSimpleString println
Message clone asString println
message(a b c) asString println
