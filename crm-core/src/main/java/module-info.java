/** What selling to businesses and selling to consumers share. */
module dev.clientele.core {
    requires transitive dev.clientele.persistence;
    requires transitive org.joda.money;
    requires com.fasterxml.uuid;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires com.google.common;
    requires org.slf4j;
    requires tools.jackson.databind;
    requires static transitive org.jspecify;

    exports dev.clientele.core.customer;
    exports dev.clientele.core.text;
    exports dev.clientele.core.value;
}
