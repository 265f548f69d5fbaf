# roundDown rounds to the nearest whole number.
3.7 roundDown println
3.2 roundDown println
