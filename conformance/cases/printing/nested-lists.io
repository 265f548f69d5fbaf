# Lists in lists.
list(list(1, 2), list()) println
list(list(list(1))) println
list(1, 2, 3) asString println
list(nil, true, list(nil)) println
