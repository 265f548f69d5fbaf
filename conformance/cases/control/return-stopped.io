# These run their argument in a context of its own: return ends only that.
m := method(list(1, 2) map(x, return x); 9); m println
m := method(list(1, 2) select(x, return x); 9); m println
m := method(list(1, 2) detect(x, return x); 9); m println
m := method(list(1, 2) sortBy(block(a, b, return a < b)); 9); m println
m := method(list(1, 2) reduce(a, b, return a); 9); m println
m := method(try(return 5); 6); m println
m := method(list(1, return 5); 6); m println
m := method((true and (return 5)); 6); m println
m := method(stopStatus(return 5) type); m println
m := method(block(return 5) call; 6); m println
m := method(list(1, 2) map(x, return x * 10)); m println
