"""A contract for ``lint-imports`` that names what may be imported; whatever it does not name may not."""

from __future__ import annotations

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class AllowList(Contract):
    """What stands under ``modules`` imports itself and what stands under ``allowed``, and nothing else."""

    type_name = "allow_list"

    modules = fields.ListField(subfield=fields.StringField())
    allowed = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Look at every direct import."""
        strange = [
            (importer, imported)
            for importer in sorted(graph.modules)
            if _stands_under(importer, self.modules)
            for imported in sorted(graph.find_modules_directly_imported_by(importer))
            if not _stands_under(imported, [*self.modules, *self.allowed])
        ]
        return ContractCheck(kept=not strange, metadata={"strange": strange})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Each import that is not allowed, on a line."""
        for importer, imported in check.metadata["strange"]:
            output.print_error(f"- {importer} -> {imported} (not in the list)", bold=False)


def _stands_under(module: str, packages: list[str]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)
