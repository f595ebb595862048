"""How Sphinx builds the documentation: ``nox -s docs``, where every warning is an error and every notebook runs."""

from importlib.metadata import version as _version

project = "credtag"
author = "The credtag contributors"
release = version = _version("credtag")
extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"credtag {version}"
html_show_copyright = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_execution_show_tb = True
nb_merge_streams = True
nb_render_markdown_format = "gfm"  # with tables

autodoc_mock_imports = ["spacy"]  # the component is documented where spaCy is not installed
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
