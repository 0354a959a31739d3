#!/usr/bin/python3
"""Makes scotland-integration-authorities, and -web, from the councils; see README.md.

Each is a council, but for Clackmannanshire and Stirling, which is two. Needs Python alone.
"""

from make_health_boards import check_people, make, read_folder, read_table

LEVELS = {"scotland-councils": "scotland-integration-authorities",
          "scotland-councils-web": "scotland-integration-authorities-web"}


def main():
    folder = read_folder(__doc__.splitlines()[0])
    authorities = read_table("integration-authorities.csv")
    part_of = {council: authority["gss_code"] for authority in authorities
               for council in authority["councils"].split(";")}
    check_people(authorities, part_of)
    make(folder, authorities, part_of, LEVELS)


if __name__ == "__main__":
    main()
