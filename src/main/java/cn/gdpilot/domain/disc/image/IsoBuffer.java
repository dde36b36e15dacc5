package cn.gdpilot.domain.disc.image;

import cn.gdpilot.domain.calendar.PilotClock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** Bytes in the ways of ECMA-119: most numbers stand twice, little end first and big end first. */
final class IsoBuffer {

    private static final DateTimeFormatter LONG_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'00'");
    private static final int QUARTERS_OF_AN_HOUR_EAST = 32;

    private final ByteBuffer bytes;

    IsoBuffer(int size) {
        bytes = ByteBuffer.allocate(size);
    }

    IsoBuffer number8(int value) {
        bytes.put((byte) value);
        return this;
    }

    IsoBuffer both16(int value) {
        little().putShort((short) value);
        big().putShort((short) value);
        return this;
    }

    IsoBuffer both32(long value) {
        little().putInt((int) value);
        big().putInt((int) value);
        return this;
    }

    IsoBuffer number16(int value, ByteOrder order) {
        bytes.order(order).putShort((short) value);
        return this;
    }

    IsoBuffer number32(long value, ByteOrder order) {
        bytes.order(order).putInt((int) value);
        return this;
    }

    IsoBuffer raw(byte[] value) {
        bytes.put(value);
        return this;
    }

    IsoBuffer zeros(int count) {
        return raw(new byte[count]);
    }

    /** Text in a field of that many bytes, filled up with spaces; cut where it is longer. */
    IsoBuffer text(String text, int length, boolean joliet) {
        Charset charset = joliet ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII;
        byte[] field = (text + " ".repeat(length)).getBytes(charset);
        // An odd field of 16-bit characters ends with a byte that belongs to none.
        byte[] cut = Arrays.copyOf(field, joliet ? length / 2 * 2 : length);
        return raw(Arrays.copyOf(cut, length));
    }

    IsoBuffer shortTime(Instant at) {
        ZonedDateTime time = at.atZone(PilotClock.GUANGDONG);
        return number8(time.getYear() - 1900)
                .number8(time.getMonthValue())
                .number8(time.getDayOfMonth())
                .number8(time.getHour())
                .number8(time.getMinute())
                .number8(time.getSecond())
                .number8(QUARTERS_OF_AN_HOUR_EAST);
    }

    IsoBuffer longTime(Instant at) {
        byte[] digits = LONG_TIME.format(at.atZone(PilotClock.GUANGDONG)).getBytes(StandardCharsets.US_ASCII);
        return raw(digits).number8(QUARTERS_OF_AN_HOUR_EAST);
    }

    IsoBuffer noTime() {
        return raw("0".repeat(16).getBytes(StandardCharsets.US_ASCII)).number8(0);
    }

    /** Goes on at that place; what lies between stays zero. */
    IsoBuffer at(int place) {
        bytes.position(place);
        return this;
    }

    int place() {
        return bytes.position();
    }

    byte[] array() {
        return bytes.array();
    }

    private ByteBuffer little() {
        return bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer big() {
        return bytes.order(ByteOrder.BIG_ENDIAN);
    }
}
