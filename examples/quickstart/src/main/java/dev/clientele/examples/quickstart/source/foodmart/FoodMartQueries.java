package dev.clientele.examples.quickstart.source.foodmart;

import dev.clientele.examples.quickstart.source.Address;
import dev.clientele.examples.quickstart.source.SourceDataException;
import dev.clientele.examples.quickstart.source.SourceRow;
import java.util.List;
import java.util.Optional;

/** How rows of the smaller tables become records. */
final class FoodMartQueries {

    static final String CONSUMERS = "SELECT * FROM \"customer\" ORDER BY \"customer_id\"";
    static final String SHOPS = "SELECT * FROM \"store\" ORDER BY \"store_id\"";
    static final String PROMOTIONS = "SELECT * FROM \"promotion\" ORDER BY \"promotion_id\"";

    private FoodMartQueries() {}

    static Consumer consumer(SourceRow row) {
        return new Consumer(
                row.integer("customer_id"),
                row.whole("account_num"),
                row.text("fname"),
                row.optionalText("mi"),
                row.text("lname"),
                address(row),
                List.of(row.text("phone1"), row.text("phone2")),
                row.day("birthdate"),
                row.day("date_accnt_opened"),
                MemberCard.parse(row.text("member_card")),
                demographics(row));
    }

    private static Address address(SourceRow row) {
        return new Address(
                row.text("address1"),
                row.optionalText("address2"),
                row.text("city"),
                row.optionalText("state_province"),
                Optional.of(row.text("postal_code")),
                row.text("country"));
    }

    private static Demographics demographics(SourceRow row) {
        return new Demographics(
                row.text("gender"),
                row.text("marital_status"),
                row.text("yearly_income"),
                row.text("education"),
                row.text("occupation"),
                row.integer("total_children"),
                row.integer("num_children_at_home"),
                row.integer("num_cars_owned"),
                yes(row.text("houseowner")));
    }

    private static boolean yes(String letter) {
        return switch (letter) {
            case "Y" -> true;
            case "N" -> false;
            default -> throw new SourceDataException("neither Y nor N: " + letter);
        };
    }

    static FoodMartStore shop(SourceRow row) {
        return new FoodMartStore(
                row.integer("store_id"),
                row.text("store_name"),
                row.text("store_type"),
                row.text("store_city"),
                row.text("store_state"),
                row.text("store_country"));
    }

    static Promotion promotion(SourceRow row) {
        return new Promotion(
                row.integer("promotion_id"),
                row.text("promotion_name"),
                row.text("media_type"),
                row.decimal("cost"),
                row.optionalDay("start_date"),
                row.optionalDay("end_date"));
    }
}
