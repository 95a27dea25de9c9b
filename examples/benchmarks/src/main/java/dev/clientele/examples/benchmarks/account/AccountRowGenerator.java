package dev.clientele.examples.benchmarks.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes accounts out of a seed: the same ones for every contender and at every run. */
public final class AccountRowGenerator {

    /** How many owners share the accounts. */
    public static final int OWNERS = 200;

    private static final String[] NAME_BEGINNINGS = {
        "Nord", "Alpine", "Müller", "Harbour", "Globex", "Initech", "Vandelay", "Åkerlund", "Pacific", "Meridian",
        "Castello", "Hoshino", "Bluestone", "Quantum", "Évora", "Stark", "Umbra", "Cedar", "Oriel", "Zenith"
    };
    private static final String[] NAME_ENDINGS = {
        "Turbines",
        "Logistics",
        "Foods",
        "Systems",
        "Paper",
        "Pharma",
        "Steel",
        "Textiles",
        "Optics",
        "Energy",
        "Shipping",
        "Robotics",
        "Insurance",
        "Hotels",
        "Instruments"
    };
    private static final String[] INDUSTRIES = {
        "aerospace",
        "agriculture",
        "automotive",
        "banking",
        "chemicals",
        "construction",
        "education",
        "energy",
        "food",
        "healthcare",
        "hospitality",
        "insurance",
        "logistics",
        "machinery",
        "media",
        "mining",
        "paper",
        "pharma",
        "retail",
        "software",
        "steel",
        "telecom",
        "textiles",
        "tourism",
        "utilities"
    };
    private static final String[][] PLACES = {
        {"DE", "Hamburg"}, {"DE", "München"}, {"FR", "Lyon"}, {"GB", "Leeds"}, {"US", "Denver"}, {"US", "Boston"},
        {"JP", "Osaka"}, {"SE", "Malmö"}, {"ES", "Bilbao"}, {"IT", "Torino"}, {"PL", "Łódź"}, {"NL", "Utrecht"}
    };
    private static final String[] WORDS = {
        "framework", "renewal", "plant", "quarter", "tender", "supplier", "rollout", "pilot", "contract", "board",
        "budget", "approved", "waiting", "delivery", "service", "north", "region", "turbine", "shift", "audit"
    };
    private static final long FIRST_CONTACT =
            Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
    private static final LocalDate FIRST_DAY = LocalDate.of(1998, 1, 1);

    private final long seed;

    /** Rows that follow from this seed. */
    public AccountRowGenerator(long seed) {
        this.seed = seed;
    }

    /** The rows with these numbers. */
    public List<AccountRow> rows(int startInclusive, int endExclusive) {
        List<AccountRow> rows = new ArrayList<>(endExclusive - startInclusive);
        for (int i = startInclusive; i < endExclusive; i++) {
            rows.add(row(i));
        }
        return rows;
    }

    /** The owner with this number, below {@link #OWNERS}. */
    public static String owner(int number) {
        return "owner-" + (1000 + number);
    }

    private AccountRow row(int index) {
        SplittableRandom random = new SplittableRandom(seed + index);
        String name = pick(NAME_BEGINNINGS, random) + " " + pick(NAME_ENDINGS, random) + " " + (100_000 + index);
        String[] place = PLACES[random.nextInt(PLACES.length)];
        long second = FIRST_CONTACT + random.nextInt(60_000_000);
        return new AccountRow(
                name,
                "A-" + (10_000_000 + index),
                pick(INDUSTRIES, random),
                place[0],
                place[1],
                AccountStatus.values()[random.nextInt(3)],
                owner(random.nextInt(OWNERS)),
                1 + random.nextInt(50_000),
                BigDecimal.valueOf(random.nextLong(1_000_000_000L), 2),
                random.nextInt(3) == 0 ? "USD" : "EUR",
                FIRST_DAY.plusDays(random.nextInt(9000)),
                Instant.ofEpochSecond(second, random.nextInt(1_000_000) * 1000L),
                sentences(random));
    }

    private static String sentences(SplittableRandom random) {
        StringBuilder text = new StringBuilder(160);
        int words = 12 + random.nextInt(16);
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(pick(WORDS, random));
        }
        return text.append('.').toString();
    }

    private static String pick(String[] from, SplittableRandom random) {
        return from[random.nextInt(from.length)];
    }
}
