package dev.clientele.examples.quickstart.source.steelwheels;

import dev.clientele.examples.quickstart.source.Address;
import dev.clientele.examples.quickstart.source.SourceRow;
import java.time.LocalDate;
import java.util.Optional;

/** The queries, and how a row of each becomes a record. */
final class SteelWheelsQueries {

    static final String CUSTOMERS = """
            SELECT c.*, NOT EXISTS(SELECT 1 FROM "customer_w_ter" w WHERE w.CUSTOMERNUMBER = c.CUSTOMERNUMBER)
                AS DEMONSTRATION
            FROM "customers" c ORDER BY c.CUSTOMERNUMBER""";
    static final String EMPLOYEES = "SELECT * FROM \"employees\" ORDER BY EMPLOYEENUMBER";
    static final String OFFICES = "SELECT * FROM \"offices\" ORDER BY OFFICECODE";
    static final String ORDERS = "SELECT * FROM \"orders\" ORDER BY CAST(ORDERDATE AS DATE), ORDERNUMBER";
    static final String LINES = """
            SELECT d.*, p.PRODUCTNAME, p.PRODUCTLINE
            FROM "orderdetails" d
            JOIN "orders" o ON o.ORDERNUMBER = d.ORDERNUMBER
            LEFT JOIN "products" p ON p.PRODUCTCODE = d.PRODUCTCODE
            ORDER BY CAST(o.ORDERDATE AS DATE), o.ORDERNUMBER, d.ORDERLINENUMBER""";
    static final String PAYMENTS = "SELECT * FROM \"payments\" ORDER BY PAYMENTDATE, CHECKNUMBER";

    /** The day on which orders without a date of shipment got one by an import: after all of the data. */
    static final LocalDate PLACEHOLDER_SHIPMENT_DAY = LocalDate.of(2006, 8, 23);

    private SteelWheelsQueries() {}

    static SteelWheelsCustomer customer(SourceRow row) {
        return new SteelWheelsCustomer(
                row.integer("CUSTOMERNUMBER"),
                row.text("CUSTOMERNAME"),
                new SteelWheelsCustomer.ContactName(row.text("CONTACTFIRSTNAME"), row.text("CONTACTLASTNAME")),
                row.text("PHONE"),
                address(row),
                row.optionalInteger("SALESREPEMPLOYEENUMBER"),
                row.decimal("CREDITLIMIT"),
                row.flag("DEMONSTRATION"));
    }

    static Employee employee(SourceRow row) {
        return new Employee(
                row.integer("EMPLOYEENUMBER"),
                row.text("FIRSTNAME"),
                row.text("LASTNAME"),
                row.text("EXTENSION"),
                row.text("EMAIL"),
                row.text("OFFICECODE"),
                row.optionalInteger("REPORTSTO"),
                row.text("JOBTITLE"));
    }

    static Office office(SourceRow row) {
        return new Office(row.text("OFFICECODE"), row.text("PHONE"), address(row), row.text("TERRITORY"));
    }

    static SteelWheelsOrder order(SourceRow row, OrderLines lines) {
        int number = row.integer("ORDERNUMBER");
        return new SteelWheelsOrder(
                number,
                row.integer("CUSTOMERNUMBER"),
                row.day("ORDERDATE"),
                row.day("REQUIREDDATE"),
                Optional.of(row.day("SHIPPEDDATE")).filter(day -> !day.equals(PLACEHOLDER_SHIPMENT_DAY)),
                OrderStatus.parse(row.text("STATUS")),
                row.optionalText("COMMENTS"),
                lines.of(number));
    }

    static OrderLines.NumberedLine line(SourceRow row) {
        return new OrderLines.NumberedLine(
                row.integer("ORDERNUMBER"),
                new OrderLine(
                        row.integer("ORDERLINENUMBER"),
                        row.text("PRODUCTCODE"),
                        row.text("PRODUCTNAME"),
                        row.text("PRODUCTLINE"),
                        row.integer("QUANTITYORDERED"),
                        row.decimal("PRICEEACH")));
    }

    static Payment payment(SourceRow row) {
        return new Payment(
                row.integer("CUSTOMERNUMBER"), row.text("CHECKNUMBER"), row.day("PAYMENTDATE"), row.decimal("AMOUNT"));
    }

    private static Address address(SourceRow row) {
        return new Address(
                row.text("ADDRESSLINE1"),
                row.optionalText("ADDRESSLINE2"),
                row.text("CITY"),
                row.optionalText("STATE"),
                row.optionalText("POSTALCODE"),
                row.text("COUNTRY"));
    }
}
