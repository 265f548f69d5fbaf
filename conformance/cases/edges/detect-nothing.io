# detect without a hit: nil for lists, false for maps.
list(1) detect(x, false) println
Map with("a", 1) detect(k, v, false) println
