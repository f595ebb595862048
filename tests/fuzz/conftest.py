from hypothesis import HealthCheck, settings

# By hand: pytest tests/fuzz --hypothesis-profile=long --hypothesis-seed=20310501
settings.register_profile(
    "long", max_examples=1500, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
