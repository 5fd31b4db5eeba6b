/* System calls that Swift cannot import. */
#ifndef CFILESYSTEM_H
#define CFILESYSTEM_H

/* Opens a path beneath a directory; a symbolic link or a step out of it is refused (ELOOP, EXDEV).
   Uses openat2, or cs_open_stepwise where the kernel or a sandbox does not offer it.
   Returns a descriptor, or -1 with errno set. */
int cs_open_beneath(int directory, const char *path, int flags, unsigned int mode);

/* The same by one openat for each part of the path, none of which may be a link or go up. */
int cs_open_stepwise(int directory, const char *path, int flags, unsigned int mode);

/* Forces everything on the disk that a descriptor lies on (syncfs); 0, or -1 with errno set. */
int cs_synchronize_all(int directory);

#endif
