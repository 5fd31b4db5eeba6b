// In which character set text leaves.
#ifndef CN_CHARSET_H
#define CN_CHARSET_H

// Takes the person's locale where it can show Chinese, else one with UTF-8.
void charset_choose(void);

#endif
