#!/bin/sh
# Installs the Truce in whose folder this file lies, beside those that are there, or goes back to an
# earlier one. Needs no network. Nothing that was there is deleted.
set -eu

usage() {
  cat <<'HELP'
usage: deploy/install.sh [--to folder] [--root folder] [--no-service]
       deploy/install.sh --back version [--to folder] [--root folder]
       deploy/install.sh --list [--to folder] [--root folder]

  --to <folder>     where versions lie, each in a folder of its own (default /opt/truce)
  --root <folder>   writes below this folder instead of /, to look at what would be done
  --no-service      copies the program, and neither makes a user nor writes services
  --back <version>  makes a version that is installed the one that runs; give back the database as it
                    was before the newer one ran, where that one changed it (docs/howto/install-a-team-server.md)
  --list            the versions that are installed; the one that runs is marked
HELP
}

fail() { echo "install: $1" >&2; exit 1; }

to=/opt/truce root='' service=yes back='' list=''
while [ $# -gt 0 ]; do
  case $1 in
    --to) to=${2:?}; shift ;;
    --root) root=${2:?}; shift ;;
    --no-service) service='' ;;
    --back) back=${2:?}; shift ;;
    --list) list=yes ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done
versions=$root$to

# The link is replaced in one step: at each moment it leads to a whole version.
make_current() {
  ln -sfn "$1" "$versions/.current.new"
  mv -T "$versions/.current.new" "$versions/current"
  echo "$to/current is now $1"
}

if [ -n "$list" ]; then
  now=$(readlink "$versions/current" 2>/dev/null || true)
  for found in "$versions"/truce-*; do
    [ -d "$found" ] || continue
    name=${found##*/}
    if [ "$name" = "$now" ]; then echo "$name (runs)"; else echo "$name"; fi
  done
  exit 0
fi

if [ -n "$back" ]; then
  [ -x "$versions/$back/bin/truce" ] || fail "$to has no $back; --list names those that are there"
  make_current "$back"
  exit 0
fi

here=$(dirname "$(dirname "$(readlink -f "$0")")")
name=${here##*/}
[ -f "$here/SHA256SUMS" ] || fail "$here is no unpacked bundle: run the install.sh of one"
(cd "$here" && sha256sum --check --quiet --strict SHA256SUMS) ||
  fail "the bundle is not as it was made, see above; nothing was installed"
mkdir -p "$versions"
if [ ! -e "$versions/$name" ]; then
  # Under another name until it is whole.
  rm -rf "$versions/.$name.part"
  cp -R "$here" "$versions/.$name.part"
  mv -T "$versions/.$name.part" "$versions/$name"
fi

if [ -n "$service" ]; then
  if [ -z "$root" ]; then
    [ "$(id -u)" -eq 0 ] || fail 'a service is installed by the superuser; --no-service installs the program alone'
    id -u truce >/dev/null 2>&1 ||
      useradd --system --user-group --home-dir /var/lib/truce --shell /usr/sbin/nologin truce
  fi
  mkdir -p "$root/etc/truce" "$root/etc/systemd/system"
  # It will hold the address of the database: nobody else may read it, from the first moment.
  if [ ! -e "$root/etc/truce/truce.env" ]; then
    (umask 077 && cp "$here/deploy/truce.env" "$root/etc/truce/truce.env")
    echo "fill in /etc/truce/truce.env"
  fi
  for unit in truce.service truce-worker@.service; do
    sed "s#/opt/truce/current#$to/current#g" "$here/deploy/$unit" >"$root/etc/systemd/system/$unit"
  done
fi
make_current "$name"
