package dev.clientele.core.customer;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.text.CaseFolding;
import dev.clientele.core.text.PersonalDataMask;
import dev.clientele.core.text.TextRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where letters and parcels go.
 *
 * <p>Nothing is looked up: whether the street exists is not asked. Immutable and thread-safe; personal data but for the
 * country, masked in {@link #toString}.
 *
 * @param lines street, house, building, care of: up to 6 lines of at most 200 code points; may be empty; unmodifiable
 * @param city the city or locality, or null
 * @param region state, province or county, or null
 * @param postalCode the postal code, or null; many countries have none
 * @param country the country
 */
public record PostalAddress(
        List<String> lines,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postalCode,
        Country country) {
    private static final TextRule LINE = TextRule.line(200);
    private static final TextRule CODE = TextRule.line(20);
    private static final int MAX_LINES = 6;

    /** Checks the parts. */
    public PostalAddress {
        Objects.requireNonNull(country, "country");
        if (lines.size() > MAX_LINES) {
            throw InvalidValueException.tooMany("lines", MAX_LINES, lines.size());
        }
        lines = lines.stream().map(line -> LINE.check("line", line)).toList();
        city = city == null ? null : LINE.check("city", city);
        region = region == null ? null : LINE.check("region", region);
        postalCode = postalCode == null ? null : CODE.check("postalCode", postalCode);
        if (lines.isEmpty() && city == null && postalCode == null) {
            throw new InvalidValueException(
                    "", ViolationCode.REQUIRED, "an address must have a line, a city or a postal code, got none");
        }
    }

    /** An address in a country, to be filled in. */
    public static Builder builder(Country country) {
        return new Builder(country);
    }

    /** Returns the key that two spellings of one address share: all parts folded, letters and digits only. */
    public String key() {
        List<String> parts = new ArrayList<>(lines);
        for (String part : new @Nullable String[] {postalCode, city, region}) {
            if (part != null) {
                parts.add(part);
            }
        }
        String words = CaseFolding.fold(String.join(" ", parts)).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ");
        return country.code() + ":" + words.strip();
    }

    /** The country; the rest stays hidden. */
    @Override
    public String toString() {
        return "PostalAddress[" + PersonalDataMask.MASK + ", " + country + "]";
    }

    /** Collects the parts of an address. Not thread-safe. */
    public static final class Builder {
        private final Country country;
        private final List<String> lines = new ArrayList<>();
        private @Nullable String city;
        private @Nullable String region;
        private @Nullable String postalCode;

        private Builder(Country country) {
            this.country = Objects.requireNonNull(country, "country");
        }

        /** Adds a line above the city. */
        public Builder line(String line) {
            lines.add(Objects.requireNonNull(line, "line"));
            return this;
        }

        /** The city or locality. */
        public Builder city(String name) {
            this.city = Objects.requireNonNull(name, "name");
            return this;
        }

        /** The state, province or county. */
        public Builder region(String name) {
            this.region = Objects.requireNonNull(name, "name");
            return this;
        }

        /** The postal code. */
        public Builder postalCode(String code) {
            this.postalCode = Objects.requireNonNull(code, "code");
            return this;
        }

        /** The checked address. */
        public PostalAddress build() {
            return new PostalAddress(lines, city, region, postalCode, country);
        }
    }
}
