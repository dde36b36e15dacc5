package cn.gdpilot.domain.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One line of the record.
 *
 * @param seq      number, without gaps, from 1
 * @param atMs     database time, milliseconds since 1970
 * @param person   user name; "system" for timers
 * @param office   unit for which the person acts; may be null
 * @param address  address from which; null for the system
 * @param action   what was done
 * @param subject  to what; may be null
 * @param grounds  why; may be null
 * @param was      state before; may be null
 * @param became   state after; may be null
 * @param model    version of the process that asked; may be null
 * @param previous hash of the line before; empty for the first
 * @param hash     keyed hash over all of this
 */
public record RecordEntry(
        long seq,
        long atMs,
        String person,
        String office,
        String address,
        String action,
        String subject,
        String grounds,
        String was,
        String became,
        String model,
        String previous,
        String hash) {

    /** What the hash covers: every field with its length, so that no two lines have the same bytes. */
    byte[] sealed() {
        StringBuilder text = new StringBuilder();
        for (String field : Arrays.asList(
                String.valueOf(seq),
                String.valueOf(atMs),
                person,
                office,
                address,
                action,
                subject,
                grounds,
                was,
                became,
                model,
                previous)) {
            text.append(field == null ? "-" : field.length() + ":" + field).append(';');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    RecordEntry withHash(String sealed) {
        return new RecordEntry(
                seq, atMs, person, office, address, action, subject, grounds, was, became, model, previous, sealed);
    }
}
