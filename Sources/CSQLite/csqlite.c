#include "CSQLite.h"

#include <stddef.h>
#include <stdint.h>
#include <sys/vfs.h>

int csqlite_configure(sqlite3 *database, int setting, int isOn) {
  return sqlite3_db_config(database, setting, isOn, (int *)0);
}

int csqlite_bind_text(sqlite3_stmt *statement, int place, const char *text, int count) {
  return sqlite3_bind_text(statement, place, text, count, SQLITE_TRANSIENT);
}

/* The numbers of statfs(2): NFS, SMB in its three generations, AFS, Lustre, GPFS, Ceph, 9P, and what a program of the user
 * provides (FUSE), which may be any of these. */
static const uint32_t shared[] = {
    0x6969,     0x517B,     0xFF534D42, 0xFE534D42, 0x5346414F, 0x0BD00BD0,
    0x47504653, 0x00C36400, 0x01021997, 0x65735546,
};

int csqlite_is_shared(const char *folder) {
  struct statfs facts;
  if (statfs(folder, &facts) != 0) return 0;
  for (size_t i = 0; i < sizeof shared / sizeof *shared; i++)
    if ((uint32_t)facts.f_type == shared[i]) return 1;
  return 0;
}
