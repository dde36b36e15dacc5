package cn.gdpilot.platform.engine.tables;

/** A table, or a cell of one, cannot be parsed or evaluated; the cause is the exception of the DMN or FEEL engine. */
class TableFailure extends RuntimeException {

    TableFailure(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
