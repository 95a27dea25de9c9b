package dev.clientele.examples.quickstart.identity;

import dev.clientele.b2c.identity.record.SourceRecord;

/**
 * A record of the web shop with the truth about it.
 *
 * @param number its number in the file, from 0
 * @param record what the web shop says
 * @param truth the key of the consumer in FoodMart from whom it was made
 */
public record WebShopRecord(int number, SourceRecord record, String truth) {}
