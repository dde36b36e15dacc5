package cn.gdpilot.platform.engine.feel;

import camundajar.impl.scala.collection.immutable.List$;
import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Left;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FailedEvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper;
import org.springframework.util.ReflectionUtils;

/** FEEL by its rules and within its limits; also for tables that were deployed before a rule. */
class BoundedFeel extends FeelEngine {

    private static final MethodHandle VALIDATE = engines("validate", Either.class, ParsedExpression.class);
    private static final MethodHandle EVAL =
            engines("eval", EvaluationResult.class, ParsedExpression.class, EvalContext.class);

    /** FEEL's own functions and the engine's. */
    private final FunctionProvider all;

    BoundedFeel(FunctionProvider functions, ValueMapper values) {
        super(functions, values, new Configuration(false), FeelEngineClock.SystemClock$.MODULE$);
        // The engine makes its interpreter by itself and offers no other way to another one.
        Field interpreter = ReflectionUtils.findField(FeelEngine.class, "interpreter");
        ReflectionUtils.makeAccessible(interpreter);
        ReflectionUtils.setField(interpreter, this, new BoundedInterpreter(values));
        all = new FunctionProvider.CompositeFunctionProvider(List$.MODULE$
                .<FunctionProvider>empty()
                .$colon$colon(functions)
                .$colon$colon(new BuiltinFunctions(clock(), values)));
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
            return BoundedInterpreter.counted(() -> evaluated(expression, context));
        } catch (StackOverflowError e) {
            throw new FeelLimitException(FeelRules.tooLong());
        }
    }

    /** As the engine does it, which makes all functions anew each time: that took twenty times as long as the expression. */
    private EvaluationResult evaluated(ParsedExpression expression, Context context) {
        try {
            Either<?, ?> valid = (Either<?, ?>) VALIDATE.invoke(this, expression);
            return valid.isLeft()
                    ? super.evaluate(expression, context)
                    : (EvaluationResult) EVAL.invoke(
                            this,
                            expression,
                            EvalContext.create(valueMapper(), all).merge(context));
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            Failure failure = new Failure("failed to evaluate expression '" + expression.text() + "' : " + e);
            return new FailedEvaluationResult(failure, List$.MODULE$.empty());
        }
    }

    private static MethodHandle engines(String name, Class<?> result, Class<?>... parameters) {
        try {
            return MethodHandles.privateLookupIn(FeelEngine.class, MethodHandles.lookup())
                    .findSpecial(FeelEngine.class, name, MethodType.methodType(result, parameters), FeelEngine.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
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
