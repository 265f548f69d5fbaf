# Moments before and after all calendars.
# limits: time 5s
# ends: normal, exception

list(1e300, -1e300, Number constants inf, Number constants nan, 1e18, -1e15) foreach(n,
    try(Date clone fromNumber(n) asString println)
    try((Date clone now + Duration clone fromNumber(n)) asString println)
    try(Date clone setYear(n) println)
    try(Duration clone fromNumber(n) asString println)
)
Date clone now asString("%Y" repeated(100000)) size println
