package dev.clientele.examples.quickstart.source.foodmart;

import java.util.Objects;

/**
 * A shop of the chain; number 0 is the head office, where nothing is sold.
 *
 * @param type such as {@code Supermarket}
 */
public record FoodMartStore(int id, String name, String type, String city, String state, String country) {

    public FoodMartStore {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(city, "city");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(country, "country");
    }
}
