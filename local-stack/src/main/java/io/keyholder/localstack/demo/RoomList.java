package io.keyholder.localstack.demo;

import java.util.List;

/** A few hundred rooms of several countries, as a spreadsheet would give them. */
final class RoomList {
    /** How many rooms {@link #borealis} has. */
    static final int BOREALIS = 30;

    private static final String HEADER = "name,country,state,city,building,floor,capacity\n";

    private record Site(String country, String state, String city, int rooms) {}

    private static final List<Site> AURORA = List.of(
            new Site("US", "NY", "New York", 40),
            new Site("US", "WA", "Seattle", 50),
            new Site("US", "IL", "Chicago", 60),
            new Site("DE", "BE", "Berlin", 80),
            new Site("JP", "", "Tokyo", 70));

    private RoomList() {}

    static String aurora() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (Site site : AURORA) {
            for (int i = 1; i <= site.rooms(); i++) {
                csv.append("%s %03d,%s,%s,%s,Main,%d,%d%n"
                        .formatted(site.city(), i, site.country(), site.state(), site.city(), 1 + i % 9, 4 + i % 16));
            }
        }
        return csv.toString();
    }

    static String borealis() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 1; i <= BOREALIS; i++) {
            csv.append("Toronto %03d,CA,ON,Toronto,North,%d,8%n".formatted(i, 1 + i % 5));
        }
        return csv.toString();
    }
}
