# The sign of a not-a-number was whatever the host's C library left there: `vector(-4) log bitCount` was 9 or 10.
vector(-4) log bitCount println
vector(-4) log10 bitCount println
vector(-4) sqrt bitCount println
vector(2) asin bitCount println
vector(2) acos bitCount println
vector(1 / 0) sin bitCount println
(vector(0) / vector(0)) bitCount println
