package cn.gdpilot.platform.engine.feel;

/** An expression computes too long or too much; the message says so in Chinese. */
final class FeelLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FeelLimitException(String message) {
        super(message);
    }
}
