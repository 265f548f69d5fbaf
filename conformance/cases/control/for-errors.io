# for wants its numbers, and enough arguments.
try(for(i, "a", 3, nil)) error println
try(for(i, 1, nil, nil)) error println
try(for(i, 1, 3, "x", nil)) error println
try(for(i, 1, 3)) error print
try(for(i)) error print
try(for) error print
try(while(true)) error print
try(while) error print
try(loop) error print
try(3 repeat) error print
try(list(1) foreach) error print
