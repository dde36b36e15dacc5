package cn.gdpilot.platform.engine.gate;

import java.util.Properties;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/** The engine's expressions with what models need and nothing more: variables, listed beans, plain values. No reflection. */
final class ModelExpressions extends JuelExpressionManager {

    private final ExpressionNames names;
    private final ModelBeans listed;

    ModelExpressions(ModelBeans beans, ExpressionNames names) {
        super(beans);
        this.names = names;
        this.listed = beans;
        // The engine would put a factory of its own in its place at the first expression.
        ensureInitialized();
        setExpressionFactory(new ExpressionFactoryImpl(new Properties(), new BoundedTexts()));
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ReadOnlyMapELResolver(beans));
        resolver.add(new ArrayELResolver(true));
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        resolver.add(new PlainValues(names, listed));
        return resolver;
    }
}
