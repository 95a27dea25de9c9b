/** The core that selling to businesses and selling to consumers share. */
@SuppressWarnings("module") // the two modules that numerics is exported to come after this one
module dev.clientele.core {
    requires transitive dev.clientele.persistence;
    requires transitive org.joda.money;
    requires com.fasterxml.uuid;
    requires com.google.common;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires de.siegmar.fastcsv;
    requires org.apache.commons.statistics.distribution;
    requires org.slf4j;
    requires tools.jackson.databind;
    requires static transitive org.jspecify;

    exports dev.clientele.core;
    exports dev.clientele.core.access;
    exports dev.clientele.core.change;
    exports dev.clientele.core.criteria;
    exports dev.clientele.core.csv;
    exports dev.clientele.core.customer;
    exports dev.clientele.core.entity;
    exports dev.clientele.core.error;
    exports dev.clientele.core.experiment;
    exports dev.clientele.core.hierarchy;
    exports dev.clientele.core.interaction;
    exports dev.clientele.core.merge;
    exports dev.clientele.core.note;
    exports dev.clientele.core.numerics to
            dev.clientele.b2b,
            dev.clientele.b2c;
    exports dev.clientele.core.segment;
    exports dev.clientele.core.survey;
    exports dev.clientele.core.task;
    exports dev.clientele.core.tenantfield;
    exports dev.clientele.core.text;
    exports dev.clientele.core.value;
}
