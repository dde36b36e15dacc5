package cn.gdpilot.platform.engine.feel;

import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Left;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper;
import org.springframework.util.ReflectionUtils;

/** FEEL by its rules and within its limits; also for tables that were deployed before a rule. */
class BoundedFeel extends FeelEngine {

    BoundedFeel(FunctionProvider functions, ValueMapper values) {
        super(functions, values, new Configuration(false), FeelEngineClock.SystemClock$.MODULE$);
        // The engine makes its interpreter by itself and offers no other way to another one.
        Field interpreter = ReflectionUtils.findField(FeelEngine.class, "interpreter");
        ReflectionUtils.makeAccessible(interpreter);
        ReflectionUtils.setField(interpreter, this, new BoundedInterpreter(values));
    }

    @Override
    public Either<Failure, ParsedExpression> parseExpression(String text) {
        return parsed(text, () -> super.parseExpression(text));
    }

    @Override
    public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
        return parsed(text, () -> super.parseUnaryTests(text));
    }

    @Override
    public EvaluationResult evaluate(ParsedExpression expression, Context context) {
        try {
            return BoundedInterpreter.counted(() -> super.evaluate(expression, context));
        } catch (StackOverflowError e) {
            throw new FeelLimitException(FeelRules.tooLong());
        }
    }

    private static Either<Failure, ParsedExpression> parsed(
            String text, Supplier<Either<Failure, ParsedExpression>> parser) {
        Optional<String> size = FeelRules.ofSize(text);
        if (size.isPresent()) {
            return failed(size.get());
        }
        try {
            Either<Failure, ParsedExpression> read = parser.get();
            Optional<String> fault =
                    read.isRight() ? FeelRules.of(read.toOption().get().expression()) : Optional.empty();
            return fault.map(BoundedFeel::failed).orElse(read);
        } catch (StackOverflowError e) {
            return failed(FeelRules.tooLong());
        }
    }

    private static Either<Failure, ParsedExpression> failed(String reason) {
        return new Left<>(new Failure(reason));
    }
}
