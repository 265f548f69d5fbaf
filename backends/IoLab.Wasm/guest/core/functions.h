/* Functions of real numbers, correctly rounded but for a case in billions: so they give the same on every host, and what a good C library gives. */
#ifndef IO_FUNCTIONS_H
#define IO_FUNCTIONS_H

double real_exp(double x);
double real_log(double x);
double real_log2(double x);
double real_log10(double x);
double real_pow(double x, double y);
double real_sin(double x);
double real_cos(double x);
double real_tan(double x);
double real_asin(double x);
double real_acos(double x);
double real_atan(double x);
double real_atan2(double y, double x);

#endif
