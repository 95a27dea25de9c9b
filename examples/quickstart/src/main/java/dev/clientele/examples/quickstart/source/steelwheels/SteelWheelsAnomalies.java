package dev.clientele.examples.quickstart.source.steelwheels;

import dev.clientele.examples.quickstart.source.Finding;
import dev.clientele.examples.quickstart.source.SourceDatabase;
import java.util.List;

/** What is odd about SteelWheels: each oddity with the query that counts it. */
final class SteelWheelsAnomalies {

    private record SteelWheelsAnomaly(String what, String handling, String count) {}

    private static final List<SteelWheelsAnomaly> KNOWN = List.of(
            new SteelWheelsAnomaly("customer that a demonstration added", "given, and marked as such", """
                    SELECT COUNT(*) N FROM "customers"
                    WHERE CUSTOMERNUMBER NOT IN (SELECT CUSTOMERNUMBER FROM "customer_w_ter")"""),
            new SteelWheelsAnomaly(
                    "shop in the list by territory that is no customer and never ordered",
                    "not given: nothing else is known of it",
                    """
                    SELECT COUNT(*) N FROM "customer_w_ter"
                    WHERE CUSTOMERNUMBER NOT IN (SELECT CUSTOMERNUMBER FROM "customers")"""),
            new SteelWheelsAnomaly(
                    "customer without a sales representative",
                    "given without one",
                    "SELECT COUNT(*) N FROM \"customers\" WHERE SALESREPEMPLOYEENUMBER IS NULL"),
            new SteelWheelsAnomaly("customer who never ordered", "given", """
                    SELECT COUNT(*) N FROM "customers"
                    WHERE CUSTOMERNUMBER NOT IN (SELECT CUSTOMERNUMBER FROM "orders")"""),
            new SteelWheelsAnomaly(
                    "customer whose contact is another's too", "given: contacts have no key of their own", """
                    SELECT COUNT(*) N FROM "customers" c WHERE EXISTS (SELECT 1 FROM "customers" d
                    WHERE d.CUSTOMERNUMBER <> c.CUSTOMERNUMBER AND d.CONTACTLASTNAME = c.CONTACTLASTNAME
                    AND d.CONTACTFIRSTNAME = c.CONTACTFIRSTNAME)"""),
            new SteelWheelsAnomaly("customer with damaged letters in its texts (Natu00fcrlich)", "repaired", """
                    SELECT COUNT(*) N FROM "customers" WHERE REGEXP_MATCHES(CUSTOMERNAME || CONTACTLASTNAME
                    || CONTACTFIRSTNAME || ADDRESSLINE1 || COALESCE(ADDRESSLINE2, '') || CITY
                    || COALESCE(STATE, '') || COUNTRY, '(?s).*u00[0-9a-f]{2}.*')"""),
            new SteelWheelsAnomaly(
                    "employee whose e-mail address is another's too", "given: the number is the key", """
                    SELECT COUNT(*) N FROM "employees" e WHERE EXISTS (SELECT 1 FROM "employees" f
                    WHERE f.EMPLOYEENUMBER <> e.EMPLOYEENUMBER AND f.EMAIL = e.EMAIL)"""),
            new SteelWheelsAnomaly(
                    "order that was not sent but has the date of an import as its shipment",
                    "given without a date of shipment",
                    """
                    SELECT COUNT(*) N FROM "orders"
                    WHERE CAST(SHIPPEDDATE AS DATE) = DATE'2006-08-23'"""),
            new SteelWheelsAnomaly(
                    "order sent and cancelled nevertheless", "given as cancelled, with its date of shipment", """
                    SELECT COUNT(*) N FROM "orders"
                    WHERE STATUS = 'Cancelled' AND CAST(SHIPPEDDATE AS DATE) <> DATE'2006-08-23'"""),
            new SteelWheelsAnomaly(
                    "line of an order that does not exist (11150: 1,000 pieces at 300)",
                    "not given: nobody ordered it",
                    """
                    SELECT COUNT(*) N FROM "orderdetails"
                    WHERE ORDERNUMBER NOT IN (SELECT ORDERNUMBER FROM "orders")"""));

    private SteelWheelsAnomalies() {}

    static List<Finding> in(SourceDatabase database) {
        return KNOWN.stream()
                .map(oddity -> new Finding(oddity.what(), database.count(oddity.count()), oddity.handling()))
                .toList();
    }
}
